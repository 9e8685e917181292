package org.tongquan.compact.form;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.kernel.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One YAML file within limits: UTF-8, one document, a mapping, no anchors and no tags.
public final class YamlFile {
    /// Larger files are refused: nobody reviews more than this.
    public static final int MOST_BYTES = 4 << 20;

    /// Deepest nesting; a compact needs about eight levels.
    public static final int MOST_DEPTH = 20;

    private static final String STANDARD_TAG = "tag:yaml.org,2002:";

    private YamlFile() {}

    /// The root mapping, or empty with the reason among the problems. An empty file is a mapping
    /// without keys and gives empty without a problem.
    public static Optional<MappingNode> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length > MOST_BYTES) {
            problems.add(
                    file,
                    0,
                    "the file has %d bytes; at most %d are read"
                            .formatted(bytes.length, MOST_BYTES),
                    "split it into several files");
            return Optional.empty();
        }
        var text = decode(file, bytes, problems);
        return text == null ? Optional.empty() : compose(file, text, problems);
    }

    private static @Nullable String decode(String file, byte[] bytes, Problems problems) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            problems.add(file, 0, "the file is not UTF-8", "save it again as UTF-8");
            return null;
        }
    }

    private static Optional<MappingNode> compose(String file, String text, Problems problems) {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(MOST_DEPTH);
        options.setCodePointLimit(MOST_BYTES);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            problems.add(
                    new Mentions.Place(
                                    file,
                                    mark == null ? 0 : mark.getLine() + 1,
                                    mark == null ? 0 : mark.getColumn() + 1)
                            .problem("not YAML: " + e.getProblem(), "mend the syntax here"));
            return Optional.empty();
        } catch (YAMLException e) {
            problems.add(file, 0, "not YAML: " + e.getMessage(), "mend the file");
            return Optional.empty();
        }
        if (root == null) {
            return Optional.empty();
        }
        if (!plain(file, root, problems)) {
            return Optional.empty();
        }
        if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        problems.add(
                place(file, root)
                        .problem("the file is not a mapping", "start lines with a section's name"));
        return Optional.empty();
    }

    /// Refuses anchors, aliases and tags of its own before anything is walked twice.
    private static boolean plain(String file, Node node, Problems problems) {
        if (node.getAnchor() != null) {
            problems.add(
                    place(file, node)
                            .problem(
                                    "the anchor '&" + node.getAnchor() + "' is not allowed",
                                    "write the value out where it is needed"));
            return false;
        }
        if (!node.getTag().getValue().startsWith(STANDARD_TAG)) {
            problems.add(
                    place(file, node)
                            .problem(
                                    "the tag '" + node.getTag().getValue() + "' is not allowed",
                                    "remove the tag"));
            return false;
        }
        return switch (node) {
            case MappingNode mapping ->
                    mapping.getValue().stream()
                            .allMatch(
                                    t ->
                                            plain(file, t.getKeyNode(), problems)
                                                    && plain(file, t.getValueNode(), problems));
            case SequenceNode list ->
                    list.getValue().stream().allMatch(n -> plain(file, n, problems));
            default -> true;
        };
    }

    static Mentions.Place place(String file, Node node) {
        var mark = node.getStartMark();
        return new Mentions.Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}

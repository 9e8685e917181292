package org.tongquan.journal;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongquan.kernel.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One line of an exported log: a JSON object with one field that names its kind.
sealed interface LogLine {
    int FORMAT = 1;

    JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// First line: what the log claims to be.
    record Header(List<String> keys, String checkpoint) implements LogLine {}

    /// An entry, opened, and the place it claims.
    record Recorded(long index, Entry entry) implements LogLine {}

    /// Leaf hashes from one index on: what the entries must lead to, kept apart from them so that
    /// a changed entry can be named.
    record Hashes(long from, List<Digest> hashes) implements LogLine {}

    record Signed(String checkpoint) implements LogLine {}

    /// The proof of one entry, for somebody who has nothing of the rest of the log.
    record Proof(EntryProof proof) implements LogLine {}

    default String write() {
        var line = JSON.createObjectNode();
        switch (this) {
            case Header(var keys, var checkpoint) -> {
                var header = line.putObject("journal");
                header.put("format", FORMAT).put("checkpoint", checkpoint);
                keys.forEach(header.putArray("keys")::add);
            }
            case Recorded(var index, var entry) ->
                    put(line.putObject("entry").put("index", index), entry);
            case Hashes(var from, var hashes) ->
                    line.putObject("leaves").put("from", from).put("hashes", join(hashes));
            case Signed(var checkpoint) -> line.put("checkpoint", checkpoint);
            case Proof(var proof) -> {
                var inclusion = proof.inclusion();
                var node = line.putObject("proof");
                node.put("index", inclusion.index()).put("size", inclusion.size());
                node.put("path", join(inclusion.path()));
                node.put("checkpoint", proof.checkpoint().toString());
                put(node.putObject("entry"), proof.entry());
            }
        }
        return JSON.writeValueAsString(line);
    }

    /// Empty when the line is none of these.
    static Optional<LogLine> read(String text) {
        try {
            var line = JSON.readTree(text);
            if (!line.isObject() || line.size() != 1) {
                return Optional.empty();
            }
            return Optional.of(read(line.propertyNames().iterator().next(), line));
        } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LogLine read(String kind, JsonNode line) {
        var node = line.get(kind);
        return switch (kind) {
            case "journal" -> header(node);
            case "entry" -> new Recorded(number(node, "index"), entry(node));
            case "leaves" -> new Hashes(number(node, "from"), split(text(node, "hashes")));
            case "checkpoint" -> new Signed(text(line, "checkpoint"));
            case "proof" -> new Proof(proof(node));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Header header(JsonNode node) {
        if (number(node, "format") != FORMAT) {
            throw new IllegalArgumentException("another format");
        }
        var keys = new ArrayList<String>();
        node.path("keys").forEach(key -> keys.add(key.stringValue()));
        return new Header(List.copyOf(keys), text(node, "checkpoint"));
    }

    private static EntryProof proof(JsonNode node) {
        var inclusion =
                new InclusionProof(
                        number(node, "index"), number(node, "size"), split(text(node, "path")));
        var note = SignedNote.parse(text(node, "checkpoint"));
        return new EntryProof(
                entry(node.path("entry")),
                inclusion,
                note.orElseThrow(() -> new IllegalArgumentException("no signed note")));
    }

    private static void put(ObjectNode node, Entry entry) {
        node.put("id", entry.id().toString())
                .put("kind", entry.kind())
                .put("subject", entry.subject().toString())
                .put("body", entry.body())
                .put("person", entry.person())
                .put("at", entry.at().toString())
                .put("salt", entry.salt().hex())
                .put("digest", entry.digest().hex());
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                UUID.fromString(text(node, "id")),
                text(node, "kind"),
                UUID.fromString(text(node, "subject")),
                text(node, "body"),
                text(node, "person"),
                Instant.parse(text(node, "at")),
                Salt.parse(text(node, "salt")),
                Digest.parse(text(node, "digest")));
    }

    private static String text(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.stringValue();
    }

    private static long number(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.longValue();
    }

    private static String join(List<Digest> hashes) {
        var bytes = new ByteArrayOutputStream(hashes.size() * Digest.LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static List<Digest> split(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        var hashes = new ArrayList<Digest>();
        for (int at = 0; at < bytes.length; at += Digest.LENGTH) {
            hashes.add(Digest.wrap(Arrays.copyOfRange(bytes, at, at + Digest.LENGTH)));
        }
        return List.copyOf(hashes);
    }
}

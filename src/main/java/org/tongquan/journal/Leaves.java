package org.tongquan.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.tongquan.journal.Entries.Place;
import org.tongquan.journal.MerkleTree.Node;
import org.tongquan.kernel.Digest;

/// All SQL on `journal.leaf` and `journal.node`: the tree as it is stored.
final class Leaves implements MerkleTree.Nodes {
    private static final String SIZE = "select coalesce(max(index) + 1, 0) from journal.leaf";

    private static final String LAST_PLACE =
            """
            select e.era, e.xid::text as xid, e.seq
            from journal.leaf l
            join journal.entry e on e.id = l.entry
            order by l.index desc
            limit 1
            """;

    private static final String GET =
            """
            select w.level, w.index, coalesce(l.hash, n.hash) as hash
            from unnest(:levels::smallint[], :indexes::bigint[]) as w (level, index)
            left join journal.leaf l on w.level = 0 and l.index = w.index
            left join journal.node n on w.level > 0 and n.level = w.level and n.index = w.index
            """;

    private static final String ADD_LEAVES =
            """
            insert into journal.leaf (index, hash, entry)
            select * from unnest(:indexes::bigint[], :hashes::bytea[], :entries::uuid[])
            """;

    private static final String ADD_NODES =
            """
            insert into journal.node (level, index, hash)
            select * from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])
            """;

    private static final String FIND_INDEX = "select index from journal.leaf where entry = :entry";

    private static final String LIST_HASHES =
            """
            select hash from journal.leaf
            where index >= :from and index < :to
            order by index
            """;

    private static final String LIST_ENTRIES =
            """
            select l.index as leaf, e.id, e.kind, e.subject, e.body, e.person, e.at, e.salt,
                   e.digest, e.era, e.xid::text as xid, e.seq
            from journal.leaf l
            join journal.entry e on e.id = l.entry
            where l.index >= :from and l.index < :to
            order by l.index
            """;

    private final JdbcClient db;

    Leaves(JdbcClient db) {
        this.db = db;
    }

    long size() {
        return db.sql(SIZE).query(Long.class).single();
    }

    /// Where the last entry that has a leaf stands.
    Place lastPlace() {
        return db.sql(LAST_PLACE)
                .query(
                        (row, number) ->
                                new Place(
                                        row.getInt("era"),
                                        row.getString("xid"),
                                        row.getLong("seq")))
                .optional()
                .orElse(Place.BEFORE_ALL);
    }

    Frontier frontier() {
        long size = size();
        var peaks = MerkleTree.peaks(size);
        return new Frontier(size, peaks.isEmpty() ? List.of() : get(peaks));
    }

    @Override
    public List<Digest> get(List<Node> nodes) {
        var found = new HashMap<Node, Digest>();
        db.sql(GET)
                .param("levels", array("int2", nodes.stream().map(n -> (short) n.level())))
                .param("indexes", array("int8", nodes.stream().map(Node::index)))
                .query(
                        row -> {
                            var hash = row.getBytes("hash");
                            var node = new Node(row.getInt("level"), row.getLong("index"));
                            if (hash == null) {
                                throw new IllegalStateException("the tree lacks " + node);
                            }
                            found.put(node, Digest.wrap(hash));
                        });
        return nodes.stream().map(found::get).toList();
    }

    /// Gives each entry the next leaf of the tree.
    void add(Frontier frontier, List<Entry> entries) {
        var leaves = new ArrayList<Node>();
        var leafHashes = new ArrayList<byte[]>();
        var nodes = new ArrayList<Node>();
        var nodeHashes = new ArrayList<byte[]>();
        for (var entry : entries) {
            frontier.add(
                    entry.leafHash(),
                    (node, hash) -> {
                        (node.level() == 0 ? leaves : nodes).add(node);
                        (node.level() == 0 ? leafHashes : nodeHashes).add(hash.bytes());
                    });
        }
        db.sql(ADD_LEAVES)
                .param("indexes", array("int8", leaves.stream().map(Node::index)))
                .param("hashes", new SqlArrayValue("bytea", bytes(leafHashes)))
                .param("entries", array("uuid", entries.stream().map(Entry::id)))
                .update();
        if (!nodes.isEmpty()) {
            db.sql(ADD_NODES)
                    .param("levels", array("int2", nodes.stream().map(n -> (short) n.level())))
                    .param("indexes", array("int8", nodes.stream().map(Node::index)))
                    .param("hashes", new SqlArrayValue("bytea", bytes(nodeHashes)))
                    .update();
        }
    }

    Optional<Long> findIndex(UUID entry) {
        return db.sql(FIND_INDEX).param("entry", entry).query(Long.class).optional();
    }

    List<Digest> listHashes(long from, long to) {
        return db.sql(LIST_HASHES)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Digest.wrap(row.getBytes("hash")))
                .list();
    }

    List<Entry> listEntries(long from, long to) {
        return db.sql(LIST_ENTRIES)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> Entries.read(row, number).entry())
                .list();
    }

    private static SqlArrayValue array(String type, java.util.stream.Stream<?> values) {
        return new SqlArrayValue(type, values.toArray());
    }

    /// The driver wants an array of arrays, not of objects.
    private static Object[] bytes(List<byte[]> hashes) {
        return hashes.toArray(byte[][]::new);
    }
}

package org.tongquan.settlement;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.journal.MerkleTree;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Head;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Instruction.Move;
import org.tongquan.settlement.posting.Instruction.Release;
import org.tongquan.settlement.posting.Instruction.Reserve;
import org.tongquan.settlement.posting.Instruction.Reverse;
import org.tongquan.settlement.posting.Instruction.Settle;
import org.tongquan.settlement.posting.Instruction.TimeOut;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostedLeg;
import org.tongquan.settlement.posting.PostingId;

/// Postings and instructions as bytes, and their digests. Every text is preceded by its length;
/// layouts are never changed, a new one gets another number.
///
/// The hash of a posting is made of that of its head and those of its legs, each with a salt of its
/// own. So a side can be shown its own legs, and hashes of the others that tell nothing.
final class Encoding {
    static final int SALT = 16;
    private static final int CONTENT = 1;
    private static final int HEAD = 2;
    private static final int LEG = 3;
    private static final int OF_HEAD = -1;

    private Encoding() {}

    @FunctionalInterface
    private interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    /// By which a retry is told from another instruction with the same key.
    static Digest content(Instruction instruction) {
        return Digest.of(
                bytes(
                        out -> {
                            out.writeByte(CONTENT);
                            write(out, instruction.note());
                            writeOwn(out, instruction);
                        }));
    }

    private static void writeOwn(DataOutputStream out, Instruction instruction) throws IOException {
        switch (instruction) {
            case Move move -> {
                out.writeByte(1);
                writeLegs(out, move.legs());
            }
            case Reserve reserve -> {
                out.writeByte(2);
                writeLegs(out, reserve.legs());
                write(out, reserve.until());
            }
            case Settle settle -> {
                out.writeByte(3);
                out.writeLong(settle.pending().no());
                out.writeInt(settle.amounts().size());
                for (long amount : settle.amounts()) {
                    out.writeLong(amount);
                }
            }
            case Release release -> {
                out.writeByte(4);
                out.writeLong(release.pending().no());
            }
            case Reverse reverse -> {
                out.writeByte(5);
                out.writeLong(reverse.original().no());
            }
            case TimeOut over -> {
                out.writeByte(6);
                out.writeLong(over.pending().no());
            }
        }
    }

    private static void writeLegs(DataOutputStream out, List<Leg> legs) throws IOException {
        out.writeInt(legs.size());
        for (var leg : legs) {
            write(out, leg.account());
            out.writeLong(leg.amount());
            write(out, leg.text());
        }
    }

    static Digest head(Head head, byte[] salt) {
        return Digest.of(
                salt,
                bytes(
                        out -> {
                            out.writeByte(HEAD);
                            out.writeLong(head.id().no());
                            write(out, head.kind().word());
                            write(out, head.key());
                            write(out, head.note());
                            write(out, head.recordedAt());
                            write(out, head.until());
                            out.writeLong(head.related() == null ? -1 : head.related().no());
                        }));
    }

    static Digest leg(PostingId posting, PostedLeg leg, byte[] salt) {
        return Digest.of(
                salt,
                bytes(
                        out -> {
                            out.writeByte(LEG);
                            out.writeLong(posting.no());
                            out.writeInt(leg.no());
                            write(out, leg.account());
                            out.writeLong(leg.amount());
                            out.writeLong(leg.reserved());
                            write(out, leg.text());
                        }));
    }

    /// The leaf of a posting in the tree of its batch.
    static Digest leaf(Digest head, List<Digest> legs) {
        var all = ByteBuffer.allocate(Digest.LENGTH * (legs.size() + 1));
        all.put(head.bytes());
        legs.forEach(leg -> all.put(leg.bytes()));
        return MerkleTree.leafHash(Digest.of(all.array()).bytes());
    }

    static byte[] headSalt(byte[] secret, PostingId posting) {
        return salt(secret, posting, OF_HEAD);
    }

    static byte[] legSalt(byte[] secret, PostingId posting, int leg) {
        return salt(secret, posting, leg);
    }

    private static byte[] salt(byte[] secret, PostingId posting, int part) {
        var of = ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(posting.no()).putInt(part);
        return Arrays.copyOf(Digest.of(secret, of.array()).bytes(), SALT);
    }

    private static void write(DataOutputStream out, Note note) throws IOException {
        write(out, note.purpose());
        write(out, note.eventAt());
        var basis = note.basis();
        out.writeBoolean(basis != null);
        if (basis != null) {
            write(out, basis.accord());
            write(out, basis.version());
            out.write(basis.inputs().bytes());
        }
    }

    private static void write(DataOutputStream out, @Nullable Instant moment) throws IOException {
        out.writeLong(moment == null ? Long.MIN_VALUE : micros(moment));
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] bytes(Fields fields) {
        var bytes = new ByteArrayOutputStream(160);
        try (var out = new DataOutputStream(bytes)) {
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

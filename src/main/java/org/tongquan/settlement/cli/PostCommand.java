package org.tongquan.settlement.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.console.Exit;
import org.tongquan.settlement.Settlement;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostingId;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Posts one instruction: moves, reserves, settles, releases or reverses.
@Command(
        name = "post",
        description = "Posts, once for each key. 记账，同一键只记一次。",
        mixinStandardHelpOptions = true)
final class PostCommand implements Callable<Integer> {
    private final SettlementCommand.Books books;

    /// Exactly one of these.
    static final class What {
        @Option(
                names = "--leg",
                paramLabel = "ID=AMOUNT",
                description = "an account and what it receives, or gives when below 0; repeat")
        private List<String> legs = List.of();

        @Option(names = "--settle", paramLabel = "P", description = "moves what a pending reserved")
        private @Nullable String settle;

        @Option(names = "--release", paramLabel = "P", description = "gives a pending up")
        private @Nullable String release;

        @Option(names = "--reverse", paramLabel = "P", description = "moves a posting back")
        private @Nullable String reverse;
    }

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "posts once")
    private String key = "";

    @Option(names = "--purpose", required = true, paramLabel = "WORD", description = "what for")
    private String purpose = "";

    @Option(names = "--event", paramLabel = "MOMENT", description = "when it happened; else now")
    private @Nullable Instant event;

    @Option(names = "--pending", description = "only reserves what the legs say")
    private boolean pending;

    @Option(names = "--until", paramLabel = "MOMENT", description = "when a pending times out")
    private @Nullable Instant until;

    PostCommand(SettlementCommand.Books books) {
        this.books = books;
    }

    @Override
    public Integer call() {
        Instruction instruction;
        try {
            instruction = instruction();
        } catch (IllegalArgumentException e) {
            System.err.println("tongquan: " + e.getMessage());
            return Exit.USAGE;
        }
        return books.with(
                settlement -> SettlementCommand.tell(settlement.post(Settlement.JOB, instruction)));
    }

    private Instruction instruction() {
        // the same key is the same content only with the moment named
        var note = new Note(purpose, event == null ? Instant.now() : event);
        if (what.settle != null) {
            return new Instruction.Settle(key, note, posting(what.settle), List.of());
        }
        if (what.release != null) {
            return new Instruction.Release(key, note, posting(what.release));
        }
        if (what.reverse != null) {
            return new Instruction.Reverse(key, note, posting(what.reverse));
        }
        var legs = new ArrayList<Leg>();
        what.legs.forEach(leg -> legs.add(leg(leg)));
        return pending
                ? new Instruction.Reserve(key, note, legs, until)
                : new Instruction.Move(key, note, legs);
    }

    private static PostingId posting(String text) {
        return PostingId.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("no posting: " + text));
    }

    private static Leg leg(String text) {
        int at = text.lastIndexOf('=');
        var account = at < 0 ? null : Account.parse(text.substring(0, at)).orElse(null);
        if (account == null) {
            throw new IllegalArgumentException("no leg ID=AMOUNT: " + text);
        }
        long amount =
                account.unit()
                        .parse(text.substring(at + 1))
                        .orElseThrow(() -> new IllegalArgumentException("no amount: " + text));
        return new Leg(account.id(), amount);
    }
}

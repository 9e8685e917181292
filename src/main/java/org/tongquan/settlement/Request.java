package org.tongquan.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tongquan.kernel.Digest;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Recorded;

/// What one caller waits for: groups of instructions, each group all or nothing.
///
/// @param groups in the order in which they are posted
/// @param contents the digest of each instruction, group by group
/// @param answer one for each instruction
record Request(
        List<List<Instruction>> groups,
        List<List<Digest>> contents,
        int size,
        CompletableFuture<List<Recorded>> answer) {

    static Request of(List<List<Instruction>> groups) {
        var contents = new ArrayList<List<Digest>>(groups.size());
        int size = 0;
        for (var group : groups) {
            contents.add(group.stream().map(Encoding::content).toList());
            size += group.size();
        }
        return new Request(groups, contents, size, new CompletableFuture<>());
    }
}

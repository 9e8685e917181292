package org.tongquan.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongquan.kernel.Power;

/// The bodies that the compacts in force know, with their powers. Asked at every request: answers
/// come from memory. Several may stand side by side; the first that knows a body speaks for it.
public interface BodyDirectory {
    /// The body under this region's compact as it is in force now.
    ///
    /// @param region id of the compact
    /// @param body `<region>:<body>` or `<party>/<unit>`
    Optional<BodyInfo> find(String region, String body);

    /// All bodies of the region's compact that people can act for, in the order to offer them.
    List<BodyInfo> list(String region);

    /// @param id `<region>:<body>` or `<party>/<unit>`
    /// @param region id of the compact
    /// @param nameZh name in Chinese
    /// @param nameEn name in English, may be empty
    /// @param powers what the compact lets it do
    record BodyInfo(String id, String region, String nameZh, String nameEn, Set<Power> powers) {
        public BodyInfo {
            powers = Set.copyOf(powers);
        }
    }
}

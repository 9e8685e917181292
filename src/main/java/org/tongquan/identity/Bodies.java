package org.tongquan.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongquan.identity.BodyDirectory.BodyInfo;

/// All directories of bodies as one; without any, nobody acts for a body.
@Component
class Bodies {
    private final List<BodyDirectory> directories;

    Bodies(ObjectProvider<BodyDirectory> directories) {
        this.directories = directories.orderedStream().toList();
    }

    Optional<BodyInfo> find(String region, String body) {
        return directories.stream().flatMap(d -> d.find(region, body).stream()).findFirst();
    }

    List<BodyInfo> list(String region) {
        return directories.stream().flatMap(d -> d.list(region).stream()).toList();
    }
}

package org.tongquan.browser;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.identity.BodyDirectory;

/// The bodies of adopted compacts, for the tour; whoever knows them better is asked first.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TourBodies implements BodyDirectory {
    private final Compacts compacts;

    TourBodies(Compacts compacts) {
        this.compacts = compacts;
    }

    @Override
    public Optional<BodyInfo> find(String region, String body) {
        return compacts.findBody(body).filter(b -> b.region().equals(region)).map(TourBodies::info);
    }

    @Override
    public List<BodyInfo> list(String region) {
        return compacts.bodies(region).stream().map(TourBodies::info).toList();
    }

    private static BodyInfo info(AdoptedBody body) {
        return new BodyInfo(
                body.id(),
                body.region(),
                body.name().zh(),
                Objects.requireNonNullElse(body.name().en(), ""),
                body.powers());
    }
}

package org.tongquan;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.tongquan.host.Host;

/// The application on its ground, and the one place that stops both: first the rooms, then the
/// host. Closed by whoever is first - the shutdown hook, or the command that failed - and once.
final class House implements AutoCloseable {
    private static final String PINNED = "tongquan";

    private final Host host;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable ConfigurableApplicationContext context;

    House(Host host) {
        this.host = host;
    }

    Host host() {
        return host;
    }

    /// Starts every room; without pages, each when it is first needed. The pinned settings stand
    // above the environment, system properties and
    /// whatever else the framework reads: demonstration accounts depend on the address.
    ConfigurableApplicationContext open(WebApplicationType type, Map<String, Object> pinned) {
        var opened =
                new SpringApplicationBuilder(Tongquan.class)
                        .web(type)
                        .registerShutdownHook(false)
                        .lazyInitialization(type == WebApplicationType.NONE)
                        .initializers(
                                c -> {
                                    c.getEnvironment()
                                            .getPropertySources()
                                            .addFirst(new MapPropertySource(PINNED, pinned));
                                    c.getBeanFactory().registerSingleton("host", host);
                                })
                        .run();
        context = opened;
        return opened;
    }

    /// Waits until another thread has stopped the house.
    void awaitEnd() throws InterruptedException {
        closed.await();
    }

    /// Returns when everything has stopped, also when another thread stops it.
    @Override
    public void close() {
        if (closing.getAndSet(true)) {
            awaitQuietly();
            return;
        }
        try (host) {
            var opened = context;
            if (opened != null) {
                opened.close();
            }
        } finally {
            closed.countDown();
        }
    }

    private void awaitQuietly() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

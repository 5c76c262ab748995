package dashwright.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dashwright.catalog.sync.CatalogStats;
import dashwright.catalog.sync.Keeper;
import dashwright.catalog.sync.ReadBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class KeeperLogTest {
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("keeper-log-test");
    private final KeeperLog log = new KeeperLog(
            () -> new CatalogStats(
                    574,
                    96,
                    0,
                    0,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Duration.ZERO,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    new ReadBudget.Standing(100, 94, 84, 34, null)),
            logger);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    private List<String> lines() {
        return logged.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void tellsWhatChangedAndEachComplaintOnce() {
        log.accept(new Keeper.Round(true, true, 8, List.of()));
        log.accept(new Keeper.Round(true, false, 0, List.of("the spans: no permission")));
        log.accept(new Keeper.Round(true, false, 0, List.of("the spans: no permission")));
        log.accept(new Keeper.Round(false, false, 0, List.of()));
        log.accept(new Keeper.Round(true, false, 0, List.of("the spans: no permission")));

        assertThat(lines())
                .containsExactly(
                        "INFO This process keeps the catalog",
                        "INFO Listed 574 metrics and 96 kinds of spans; 94 of 100 metric reads left",
                        "DEBUG Read 8 details while nobody asked",
                        "WARN Not read: the spans: no permission",
                        "INFO Another process keeps the catalog",
                        "INFO This process keeps the catalog",
                        "WARN Not read: the spans: no permission");
    }
}

package dashwright.bot.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dashwright.bot.approval.BoardLink;
import dashwright.tools.datadog.DatadogException;
import dashwright.tools.datadog.DatadogReader;
import dashwright.tools.datadog.DatadogSettings;
import dashwright.tools.datadog.DatadogWriter;
import dashwright.tools.datadog.UncertainWriteException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Datadog's dashboards, as publishing needs them. */
public final class DatadogBoards implements BoardWriter {
    /** As many boards as the reader lists; where there are more, a board that was not seen may still be there. */
    private static final int MOST_LISTED = 10_000;

    private final DatadogWriter writer;
    private final DatadogReader reader;
    private final DatadogSettings settings;

    /** The dashboards of one organisation. */
    public DatadogBoards(DatadogWriter writer, DatadogReader reader, DatadogSettings settings) {
        this.writer = writer;
        this.reader = reader;
        this.settings = settings;
    }

    @Override
    public BoardLink create(ObjectNode json) {
        return written(() -> writer.create(json));
    }

    @Override
    public BoardLink replace(String id, ObjectNode json) {
        return written(() -> writer.update(id, json));
    }

    @Override
    public Optional<ObjectNode> read(String id) {
        try {
            return Optional.of(reader.dashboard(id));
        } catch (DatadogException.NotFound gone) {
            return Optional.empty();
        }
    }

    private BoardLink written(Supplier<ObjectNode> write) {
        try {
            return link(write.get());
        } catch (UncertainWriteException uncertain) {
            throw uncertain;
        } catch (DatadogException refused) {
            throw new BoardRefusedException(String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public Optional<BoardLink> findByMarker(String marker) {
        List<ObjectNode> boards = reader.dashboards();
        Optional<BoardLink> found = boards.stream()
                .filter(board -> board.path("description").asText("").contains(marker))
                .findFirst()
                .map(this::link);
        if (found.isEmpty() && boards.size() >= MOST_LISTED) {
            throw new IllegalStateException("only the first " + boards.size() + " dashboards could be looked at");
        }
        return found;
    }

    /** The list gives the address as a path, as the answer to a creation does. */
    private BoardLink link(ObjectNode board) {
        String id = board.path("id").asText("");
        String shortPath = "/dashboard/" + id;
        try {
            return new BoardLink(
                    id, settings.page(board.path("url").asText(shortPath)).toString());
        } catch (IllegalArgumentException unusable) {
            // The board stands whatever its address looks like; by its id alone it opens too.
            return new BoardLink(id, settings.page(shortPath).toString());
        }
    }
}

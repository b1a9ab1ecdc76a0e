package cx.ecou.platform.start;

import cx.ecou.eventstore.FolderNotUsable;
import cx.ecou.eventstore.privacy.WrappingKeyNotUsable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Knows the failures of a start that have a sentence. */
@Order(0)
final class Complaints implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof StartRefused
                        || cause instanceof FolderNotUsable
                        || cause instanceof WrappingKeyNotUsable
                        || cause instanceof PortInUseException)
                .findFirst()
                .map(cause -> new FailureAnalysis(sentence(cause), null, failure))
                .orElse(null);
    }

    private static String sentence(Throwable cause) {
        return cause instanceof PortInUseException port
                ? PortCheck.taken(port.getPort())
                : String.valueOf(cause.getMessage());
    }
}

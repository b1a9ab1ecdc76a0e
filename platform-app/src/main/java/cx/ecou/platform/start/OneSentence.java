package cx.ecou.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why Ecou does not start, and what to do: in one line, without a stack trace. */
final class OneSentence implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        log.error(
                "Ecou does not start. {}{}",
                analysis.getDescription().strip(),
                action == null ? "" : " " + action.strip());
    }
}

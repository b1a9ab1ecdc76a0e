package cx.ecou.feedback.web;

import cx.ecou.feedback.write.imports.FeedbackImport;
import cx.ecou.feedback.write.imports.ImportStatus;
import cx.ecou.webshell.components.Step;
import cx.ecou.webshell.components.Step.State;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The four steps of an import: file, columns, check, import. */
@Component
class ImportSteps {

    private static final List<String> KEYS = List.of("file", "columns", "check", "import");

    private final MessageSource texts;

    ImportSteps(MessageSource texts) {
        this.texts = texts;
    }

    List<Step> columns() {
        return upTo(1);
    }

    List<Step> of(FeedbackImport imported) {
        if (imported.status() == ImportStatus.DONE) {
            return upTo(KEYS.size());
        }
        boolean checking = imported.status() == ImportStatus.CHECKING || imported.status() == ImportStatus.CHECKED;
        return upTo(checking ? 2 : 3);
    }

    private List<Step> upTo(int now) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < KEYS.size(); i++) {
            String text =
                    texts.getMessage("imports.step." + KEYS.get(i), new Object[0], LocaleContextHolder.getLocale());
            steps.add(new Step(text, i < now ? State.DONE : i == now ? State.NOW : State.AHEAD));
        }
        return steps;
    }
}

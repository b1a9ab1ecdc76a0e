package cx.ecou.webshell.problems;

import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.webshell.access.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows a problem to a reader: as a page in the layout, or as a note where htmx asked for a part of a page. */
final class ErrorPages {

    /** The statuses that have words of their own; all others share those of 400 and 500. */
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 500, 503);

    private final ProblemTexts texts;

    ErrorPages(ProblemTexts texts) {
        this.texts = texts;
    }

    ModelAndView of(
            Problem problem, @Nullable Exception failure, @Nullable String reference, HttpServletRequest request) {
        request.removeAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
        int status = problem.status().value();
        var page = new ModelAndView(isPart(request) ? "web-shell/error :: note" : "web-shell/error", problem.status());
        page.addObject("words", "error." + (WORDED.contains(status) ? status : status < 500 ? 400 : 500));
        page.addObject("text", text(problem, failure));
        page.addObject("reference", reference);
        page.addObject("signedIn", isInside(problem));
        return page;
    }

    /** While the database is away, nobody can say who is signed in and what waits for them. */
    private static boolean isInside(Problem problem) {
        return problem != DatabaseProblems.AWAY && CurrentActor.colleague().isPresent();
    }

    private @Nullable String text(Problem problem, @Nullable Exception failure) {
        if (failure instanceof DomainRuleViolation broken) {
            return texts.of(broken).orElse(null);
        }
        return failure instanceof InvalidInput && !problem.errors().isEmpty()
                ? texts.of(problem.errors().get(0))
                : null;
    }

    private static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
    }
}

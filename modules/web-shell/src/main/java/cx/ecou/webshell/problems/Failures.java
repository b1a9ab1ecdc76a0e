package cx.ecou.webshell.problems;

import cx.ecou.webshell.access.CurrentActor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every request that failed: a program under {@code /api} with problem+json, a reader with a page. What is the
 * caller's to mend is explained; what is ours gets a reference under which the log has the cause.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final ProblemCatalogue catalogue;
    private final ProblemJson json;
    private final ErrorPages pages;

    Failures(ProblemCatalogue catalogue, ProblemJson json, ErrorPages pages) {
        this.catalogue = catalogue;
        this.json = json;
        this.pages = pages;
    }

    /**
     * The answer to a failure of a handler; null when the security filters are to answer, or when half of the handler's own
     * answer is on its way: the server then breaks the connection off, so that nobody takes the half for the whole.
     */
    @Nullable
    ModelAndView resolve(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean halfSaid = response.isCommitted() && !hungUp(failure);
        return halfSaid || isForTheSignInPage(request, failure) ? null : answer(failure, request, response);
    }

    /** The answer to a failure; empty when it is written already, or when nobody waits for it any more. */
    ModelAndView answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (hungUp(failure)) {
            LOG.debug("The client went away during {} {}", method(request), path(request));
            return new ModelAndView();
        }
        Problem problem = catalogue.find(failure);
        if (problem == DatabaseProblems.AWAY) {
            LOG.warn("{} {} could not be answered: the database is away", method(request), path(request));
        }
        if (problem != null) {
            return answer(problem, failure, null, request, response);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}: {} {} failed", reference, method(request), path(request), failure);
        return answer(unexpected(reference), failure, reference, request, response);
    }

    /** The answer to a failure of which only the status is known; empty when it is written already. */
    ModelAndView answer(HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        return answer(ProblemCatalogue.ofStatus(status), null, null, request, response);
    }

    private ModelAndView answer(
            Problem problem,
            @Nullable Exception failure,
            @Nullable String reference,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!isApi(request)) {
            return response.isCommitted() ? new ModelAndView() : pages.of(problem, failure, reference, request);
        }
        try {
            json.write(problem, response);
        } catch (IOException e) {
            LOG.debug("The client did not wait for its problem", e);
        }
        return new ModelAndView();
    }

    /**
     * A connection to the database that breaks looks the same as a client that went away: to the latter nothing is said. The
     * container hands over what broke its own connection as it is.
     */
    private static boolean hungUp(Exception failure) {
        return failure instanceof SocketException
                || !DatabaseProblems.isBehind(failure)
                        && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    /** Who is not signed in yet is led to the sign-in page, which is the work of the security filters. */
    private static boolean isForTheSignInPage(HttpServletRequest request, Exception failure) {
        return !isApi(request)
                && (failure instanceof AuthenticationException
                        || failure instanceof AccessDeniedException
                                && CurrentActor.find().isEmpty());
    }

    private static Problem unexpected(String reference) {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something on our side went wrong. Nothing is half-done. Reference " + reference + ".");
    }

    private static boolean isApi(HttpServletRequest request) {
        String api = request.getContextPath() + "/api";
        return path(request).equals(api) || path(request).startsWith(api + "/");
    }

    /** Outside of a handler the container asks for the answer by GET, whatever failed. */
    private static String method(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String failed
                ? failed
                : request.getMethod();
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }
}

package cx.ecou.webshell.problems;

import cx.ecou.webshell.access.PublicRoute;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what failed outside of a handler: in a filter, in the container, or while a page was being written. */
@Controller
final class FailureController implements ErrorController {

    private final Failures failures;

    FailureController(Failures failures) {
        this.failures = failures;
    }

    @PublicRoute
    @RequestMapping("${server.error.path:/error}")
    @Nullable
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) {
        ModelAndView answer = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
                ? failures.answer(failure, request, response)
                : failures.answer(status(request), request, response);
        return answer.isEmpty() ? null : answer;
    }

    /** The failed request's status; somebody who opens this address by hand gets 404. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}

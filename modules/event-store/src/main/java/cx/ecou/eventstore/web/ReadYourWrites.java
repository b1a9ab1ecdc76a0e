package cx.ecou.eventstore.web;

import cx.ecou.eventstore.AwaitedWrites;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReadsModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a read back until its read model contains what the request names in {@code Ecou-After}. */
public final class ReadYourWrites implements HandlerInterceptor, AwaitedWrites {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Positions positions;

    public ReadYourWrites(Positions positions) {
        this.positions = positions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String after = request.getHeader(Positions.READ_HEADER);
        if (after != null && handler instanceof HandlerMethod method) {
            ReadsModel model = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ReadsModel.class);
            if (model == null) {
                model = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), ReadsModel.class);
            }
            if (model != null) {
                await(model.value(), position(after));
            }
        }
        return true;
    }

    @Override
    public void await(String after, String group) {
        await(new String[] {group}, position(after));
    }

    /** What a reaction records lies behind what it reacted to: the next group is waited for up to there. */
    private void await(String[] groups, long position) {
        long upTo = position;
        for (String group : groups) {
            upTo = group.equals(groups[0]) ? upTo : Math.max(upTo, positions.head());
            if (!positions.await(group, upTo, PATIENCE)) {
                throw problem(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "not-yet-visible",
                        "Position " + position + " is recorded, but not yet in this read model. Ask again.");
            }
        }
    }

    private static long position(String written) {
        try {
            long position = Long.parseLong(written.strip());
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // answered below, together with negative numbers
        }
        throw problem(
                HttpStatus.BAD_REQUEST,
                "invalid-position",
                Positions.READ_HEADER + " is a position, a whole number from 0, as answered in "
                        + Positions.WRITTEN_HEADER + ".");
    }

    private static ErrorResponseException problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + code));
        return new ErrorResponseException(status, problem, null);
    }
}

package cx.ecou.feedback.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The answer to a delivery whose key is taken by other content. */
final class ConflictingRepeat {

    static final String CODE = "conflicting-repeat";
    static final String MESSAGE = "Under this source and externalId other content is recorded. Nothing was changed.";

    private ConflictingRepeat() {}

    static ErrorResponseException problem() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, MESSAGE);
        problem.setType(URI.create("/problems/" + CODE));
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }
}

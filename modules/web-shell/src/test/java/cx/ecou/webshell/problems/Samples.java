package cx.ecou.webshell.problems;

import cx.ecou.kernel.Band;
import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Scale;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.csv.Csv;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.EOFException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Routes that take every kind of input, and some that fail in every kind of way. */
@RestController
class Samples {

    record Sample(
            @Nullable String comment,
            @Nullable Instant occurredAt,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable Band band,
            @Nullable Boolean public_,
            @Nullable Scale scale,
            @Nullable List<SampleScore> scores,
            @Nullable Map<String, String> attributes) {}

    record SampleScore(@Nullable BigDecimal value, @Nullable Integer weight) {
        SampleScore {
            if (value != null && value.signum() < 0) {
                throw InvalidInput.of("value", "off-scale", "The value lies outside its scale.");
            }
            if (weight != null && weight < 0) {
                throw new IllegalArgumentException("a weight is 0 or more");
            }
        }
    }

    record Checked(
            @NotBlank String name,
            @Size(max = 3) String code,
            @Max(10) int level) {}

    @PublicRoute
    @PostMapping("/api/samples")
    Map<String, String> take(@RequestBody Sample sample) {
        return Map.of("taken", String.valueOf(sample.comment()));
    }

    @PublicRoute
    @PostMapping("/api/checked")
    void check(@Valid @RequestBody Checked checked) {}

    @PublicRoute
    @GetMapping("/api/samples")
    Map<String, String> list(
            @RequestParam LocalDate from,
            @RequestParam(defaultValue = "20") @Max(500) int limit,
            @RequestParam(required = false) @Nullable Band band) {
        return Map.of();
    }

    @PublicRoute
    @GetMapping("/api/samples/{id}")
    Map<String, String> one(@PathVariable UUID id, @RequestHeader("Ecou-After") long after) {
        throw new NotFound("sample");
    }

    @Bean
    static UploadRoute takesFiles() {
        return new UploadRoute("/api/uploads");
    }

    @PublicRoute
    @PostMapping(path = "/api/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void upload(@RequestParam MultipartFile file) {}

    @PublicRoute
    @GetMapping({"/api/broken/{how}", "/broken/{how}"})
    void fail(@PathVariable String how) {
        switch (how) {
            case "rule" -> throw new DomainRuleViolation("sample.not-assigned", 7);
            case "wrapped" -> throw new IllegalStateException(new DomainRuleViolation("sample.not-assigned", 7));
            case "input" -> throw InvalidInput.of("due", "required", "This is required.");
            case "missing" -> throw new NotFound("sample");
            case "late" -> throw notYetVisible();
            case "away" -> throw new IllegalStateException(new SQLTransientConnectionException("a secret of ours"));
            case "cut-off" ->
                throw new IllegalStateException(new SQLException("a secret", "08006", new EOFException()));
            case "refused" -> throw new IllegalStateException(new SQLException("a secret of ours", "23505"));
            default -> throw new IllegalStateException("a secret of ours");
        }
    }

    @PublicRoute
    @GetMapping({"/api/half.csv", "/half.csv"})
    void breakInTheMiddle(HttpServletResponse response) {
        try (Csv csv = Csv.download("half.csv", response)) {
            IntStream.range(0, 10_000).forEach(n -> csv.row(n, "the first half"));
            throw new IllegalStateException("a secret of ours");
        }
    }

    @GetMapping("/api/forgotten")
    void forgotten() {}

    @RequiresScope("sample:read")
    @GetMapping("/api/scoped")
    Map<String, String> scoped() {
        return Map.of();
    }

    @AllowedFor(Role.ADMIN)
    @GetMapping("/administration")
    void administration() {}

    private static ErrorResponseException notYetVisible() {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.GATEWAY_TIMEOUT, "Not counted yet.");
        problem.setType(URI.create("/problems/not-yet-visible"));
        return new ErrorResponseException(HttpStatus.GATEWAY_TIMEOUT, problem, null);
    }
}

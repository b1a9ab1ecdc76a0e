package cx.ecou.feedback;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** With module {@code customer}, which erases. */
@SpringBootApplication(scanBasePackages = {"cx.ecou.feedback", "cx.ecou.customer"})
class FeedbackTestApplication {}

package cx.ecou.feedback;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class FeedbackTestApplication {}

package cx.ecou.insight.read.customer;

import cx.ecou.eventstore.ReadModel;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.insight.read.scorecount.AnswerTable;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of customers rest on can be rebuilt. */
@Configuration(proxyBeanMethods = false)
class CustomersConfiguration {

    @Bean
    ClearText clearTextOfSubjects() {
        return ClearText.of(Customers.PROCESSING_GROUP, SubjectRows.TABLE, "name", "email")
                .and("''", "words");
    }

    /** It is put together anew of subjects that say nothing. */
    @Bean
    ClearText clearTextOfCustomers() {
        return new ClearText(
                Customers.PROCESSING_GROUP,
                CustomerRows.TABLE,
                "customer_id",
                Map.of("name", "null", "email", "null", "words", "''"));
    }

    @Bean
    ReadModel customersReadModel() {
        return ReadModel.of(
                Customers.PROCESSING_GROUP,
                SubjectRows.TABLE,
                CaseRows.TABLE,
                TimelineRows.TABLE,
                CustomerRows.TABLE,
                CustomerRows.STANDING,
                CustomerRows.LAST_SEEN,
                AnswerTable.TABLE);
    }
}

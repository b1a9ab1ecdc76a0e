package cx.ecou.customer;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class CustomerTestApplication {}

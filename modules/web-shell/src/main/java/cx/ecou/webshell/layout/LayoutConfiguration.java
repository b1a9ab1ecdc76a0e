package cx.ecou.webshell.layout;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers what modules put into the frame of the pages. */
@Configuration(proxyBeanMethods = false)
public class LayoutConfiguration {

    @Bean
    Shell shell(ObjectProvider<NavigationEntry> entries, ObjectProvider<Banner> banners) {
        return new Shell(entries.stream().toList(), banners.orderedStream().toList());
    }
}

package cx.ecou.eventstore;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/**
 * Nothing but an order: Axon's meters must find Boot's registry. Axon 4.13 names Boot 3's classes, would miss it and make
 * a registry of its own that nobody reads.
 */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration"
        },
        beforeName = "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration")
public class AxonMetricsOrderConfiguration {}

package cx.ecou.platform.access.guard;

import cx.ecou.platform.access.key.KeyRing;
import cx.ecou.platform.access.key.KnownScopes;
import cx.ecou.platform.access.session.SessionContexts;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;

/**
 * Two doors. Programs come to {@code /api} and {@code /actuator} with a key; people come to the pages with a session.
 * Neither door looks at what opens the other. Both are closed to whom no route admits; which role or scope a route wants
 * stands beside its handler.
 */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    /** What the server does by itself after a request has been let in. */
    private static final DispatcherType[] INNER = {
        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD, DispatcherType.INCLUDE
    };

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, KeyRing ring, ProgramRefusals refusals, PublicRoutes open)
            throws Exception {
        return withoutExtras(http)
                .securityMatcher("/api/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .addFilterBefore(new BearerKeys(ring, refusals), AuthorizationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(INNER)
                        .permitAll()
                        .requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .hasAuthority(KnownScopes.METRICS)
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http, SessionContexts contexts, FormTokens tokens, VisitorRefusals refusals, PublicRoutes open)
            throws Exception {
        return withoutExtras(http)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(INNER)
                        .permitAll()
                        .requestMatchers("/assets/**", "/webjars/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Spring's own meters for each filter would cost more than our filters do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SessionAuthenticationStrategy renewFormToken(FormTokens tokens) {
        return new CsrfAuthenticationStrategy(tokens);
    }

    /** What Spring Security would add by itself; of its headers only {@code Cache-Control: no-store} is ours. */
    private static HttpSecurity withoutExtras(HttpSecurity http) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled().cacheControl(cache -> {}));
    }
}

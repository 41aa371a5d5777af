package io.marquee.platform.web.security;

import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.ContentPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The headers and the firewall. What a request may do is not decided here, by path, but by {@code Access} where it is done;
 * who sends it is resolved by {@link ActorFilter}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {
    @Bean
    SecurityFilterChain edge(
            HttpSecurity http, ObjectProvider<ActorResolver> actors, CrossSiteWrites crossSite, Settings settings) {
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.OWN))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new PermissionsPolicyHeaderWriter(
                                "camera=(self), microphone=(), geolocation=(), payment=()"))
                        .httpStrictTransportSecurity(hsts -> {
                            if (!"https".equals(settings.baseUrl().getScheme())) {
                                hsts.disable();
                            }
                        }))
                .addFilterBefore(
                        new ActorFilter(actors.getIfAvailable(() -> request -> Actor.ANONYMOUS), crossSite),
                        AuthorizationFilter.class)
                .build();
    }

    /** Each filter would be timed by itself, on every request; the request as a whole is enough. */
    @Bean
    SecurityObservationSettings requestsAreTimedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    /** There are no users of Spring Security's own; without this bean it would make one with a printed password. */
    @Bean
    UserDetailsService nobodySignsInThroughTheFramework() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}

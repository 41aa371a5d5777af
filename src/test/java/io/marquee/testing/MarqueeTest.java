package io.marquee.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;

/**
 * The whole application, on a port of its own, on a fresh real database that holds the migrations and nothing else.
 *
 * <p>All classes share one application and one database unless they ask otherwise: a test makes data with names of its
 * own and never counts what others may have made. {@code @LocalServerPort} injects the port; {@code Settings} know the
 * address.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
public @interface MarqueeTest {

    /** Whether this class needs an application and a database that no other class touches; costs some seconds. */
    boolean ownDatabase() default false;

    /** Settings as the operator gives them, {@code NAME=value}; classes with the same ones share an application. */
    String[] settings() default {};

    /** Properties of Spring, {@code name=value}; classes with the same ones share an application. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}

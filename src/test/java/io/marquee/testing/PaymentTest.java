package io.marquee.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The whole application, but for those who hear of payments: what is paid need not be an order that anybody placed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@MarqueeTest
@Import(NobodyHearsOfPayments.class)
public @interface PaymentTest {}

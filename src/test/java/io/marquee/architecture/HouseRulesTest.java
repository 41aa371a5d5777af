package io.marquee.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.marquee.Marquee;
import io.marquee.architecture.planted.GuessesTheTime;
import io.marquee.architecture.planted.InjectedField;
import io.marquee.architecture.planted.TicketManager;
import io.marquee.architecture.planted.web.KeepsASession;
import io.marquee.architecture.planted.web.PublicController;
import io.marquee.architecture.planted.web.TransactionalController;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** The house's rules, each with a planted violation that proves it bites. */
class HouseRulesTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackagesOf(Marquee.class);

    record Rule(String sentence, ArchRule rule, Class<?> planted) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "names say what a thing is: no Manager, Helper, Util, Impl",
                        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)"),
                        TicketManager.class),
                new Rule(
                        "time comes from the injected clock",
                        noClasses().should().callMethodWhere(ASKS_THE_MACHINE),
                        GuessesTheTime.class),
                new Rule(
                        "collaborators come through the constructor",
                        fields().should().notBeAnnotatedWith(Autowired.class),
                        InjectedField.class),
                new Rule(
                        "controllers are nobody's business but the web framework's",
                        classes()
                                .that()
                                .areMetaAnnotatedWith(Controller.class)
                                .should()
                                .notHaveModifier(JavaModifier.PUBLIC),
                        PublicController.class),
                new Rule(
                        "a controller parses, calls once, renders: transactions are the commands'",
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .areMetaAnnotatedWith(Controller.class)
                                .should()
                                .notBeAnnotatedWith(Transactional.class),
                        TransactionalController.class),
                new Rule(
                        "nodes keep no session",
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("jakarta.servlet.http.HttpSession"),
                        KeepsASession.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_product_keeps_the_rule(Rule rule) {
        rule.rule().allowEmptyShould(true).check(PRODUCT_WITHOUT_INFRASTRUCTURE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_planted_violation_is_found(Rule rule) {
        JavaClasses planted = new ClassFileImporter().importClasses(rule.planted());
        assertThat(rule.rule().evaluate(planted).hasViolation())
                .as("'%s' must not let %s pass", rule, rule.planted().getSimpleName())
                .isTrue();
    }

    private static final DescribedPredicate<JavaMethodCall> ASKS_THE_MACHINE =
            DescribedPredicate.describe("the machine is asked for the time", call -> {
                boolean now = call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class));
                return now
                        || call.getTargetOwner().isEquivalentTo(System.class)
                                && call.getName().equals("currentTimeMillis");
            });

    /** The transaction manager is what the framework calls it. */
    private static final JavaClasses PRODUCT_WITHOUT_INFRASTRUCTURE = PRODUCT.that(DescribedPredicate.describe(
            "not the transaction manager", type -> !type.getSimpleName().equals("ActorTransactionManager")));
}

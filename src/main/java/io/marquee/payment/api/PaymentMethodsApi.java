package io.marquee.payment.api;

import io.marquee.identity.AccountNav;
import io.marquee.payment.PaymentMethods;
import io.marquee.platform.config.Settings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The methods of payment that providers keep for whoever is signed in. */
@RestController
@RequestMapping("/api/v1/me/payment-methods")
@Tag(name = "Me")
class PaymentMethodsApi {
    private final PaymentMethods methods;
    private final Settings settings;

    PaymentMethodsApi(PaymentMethods methods, Settings settings) {
        this.methods = methods;
        this.settings = settings;
    }

    record NewMethod(@Schema(example = "stripe") @Nullable String provider) {}

    /** @param url of the provider's page, where the method is typed */
    record Setup(String url) {}

    @Operation(
            summary = "List your kept methods of payment",
            description =
                    "Those of all providers and organizations. missing names the providers that do not answer now.")
    @GetMapping
    PaymentMethods.Mine list() {
        return methods.mine();
    }

    @Operation(summary = "Add a method of payment", description = "Answers the provider's page where it is typed.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Setup add(@RequestBody NewMethod body) {
        return new Setup(methods.setUp(
                body.provider() == null ? "" : body.provider(), settings.baseUrl() + AccountNav.PAYMENT_METHODS));
    }

    @Operation(summary = "Offer this method first")
    @PutMapping("/{customer}/{method}/standard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeStandard(@PathVariable UUID customer, @PathVariable String method) {
        methods.makeStandard(customer, method);
    }

    @Operation(summary = "Forget a method of payment")
    @DeleteMapping("/{customer}/{method}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID customer, @PathVariable String method) {
        methods.remove(customer, method);
    }
}

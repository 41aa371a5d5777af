package io.marquee.payment.stripe;

import com.stripe.model.Dispute;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import io.marquee.kernel.NotFound;
import io.marquee.payment.provider.ChargeFact.DisputeStanding;
import io.marquee.payment.provider.DisputeDesk;
import io.marquee.payment.provider.Evidence;
import io.marquee.payment.provider.ProviderUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Stripe's desk for disputes. */
@Component
class StripeDesk implements DisputeDesk {
    private final StripeApi api;
    private final StripeBooks books;

    StripeDesk(StripeApi api, StripeBooks books) {
        this.api = api;
        this.books = books;
    }

    @Override
    public Set<Evidence> takes() {
        return EnumSet.allOf(Evidence.class);
    }

    @Override
    public Standing dispute(DisputeRef ref) {
        try {
            Dispute dispute = api.ask(stripe -> stripe.v1().disputes().retrieve(ref.id(), api.reading(ref.account())));
            return standing(dispute, ref);
        } catch (StripeRefusal refusal) {
            throw new NotFound("dispute");
        }
    }

    private Standing standing(Dispute dispute, DisputeRef ref) {
        String intent = dispute.getPaymentIntent();
        boolean answered = dispute.getEvidenceDetails() != null
                && dispute.getEvidenceDetails().getSubmissionCount() != null
                && dispute.getEvidenceDetails().getSubmissionCount() > 0;
        return new Standing(
                ChargeFacts.dispute(dispute),
                intent == null ? null : books.referenceOf(intent, ref.account()),
                answered);
    }

    /** The library wants a file, whose name says what it is. */
    @Override
    public String upload(EvidenceFile file) {
        try {
            Path folder = Files.createTempDirectory("evidence");
            Path copy = folder.resolve(
                    "evidence" + file.name().substring(file.name().lastIndexOf('.')));
            try {
                Files.write(copy, file.content());
                FileCreateParams params = FileCreateParams.builder()
                        .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
                        .setFile(copy.toFile())
                        .build();
                return api.ask(stripe -> stripe.v1().files().create(params, api.once(file.key(), file.account())))
                        .getId();
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (StripeRefusal refusal) {
            throw new EvidenceDenied(refusal.words());
        } catch (IOException e) {
            throw new ProviderUnreachable("no room for the file", e);
        }
    }

    /** What was handed in before is not handed in again: Stripe may take more, card networks do not. */
    @Override
    public Standing submit(Answer answer) {
        DisputeRef ref = answer.dispute();
        Standing now = dispute(ref);
        if (now.answered() && now.dispute().standing() != DisputeStanding.NEEDS_RESPONSE) {
            return now;
        }
        DisputeUpdateParams params = DisputeUpdateParams.builder()
                .setEvidence(evidence(answer))
                .setSubmit(true)
                .build();
        try {
            return standing(
                    api.ask(stripe ->
                            stripe.v1().disputes().update(ref.id(), params, api.once(answer.key(), ref.account()))),
                    ref);
        } catch (StripeRefusal refusal) {
            throw new EvidenceDenied(refusal.words());
        }
    }

    private static DisputeUpdateParams.Evidence evidence(Answer answer) {
        DisputeUpdateParams.Evidence.Builder evidence = DisputeUpdateParams.Evidence.builder();
        answer.texts().forEach((field, text) -> put(evidence, field, text));
        answer.files().forEach((field, file) -> put(evidence, field, file));
        return evidence.build();
    }

    private static void put(DisputeUpdateParams.Evidence.Builder evidence, Evidence field, String value) {
        switch (field) {
            case CUSTOMER_NAME -> evidence.setCustomerName(value);
            case CUSTOMER_EMAIL -> evidence.setCustomerEmailAddress(value);
            case SERVICE_DATE -> evidence.setServiceDate(value);
            case PRODUCT_DESCRIPTION -> evidence.setProductDescription(value);
            case ACCESS_ACTIVITY -> evidence.setAccessActivityLog(value);
            case REFUND_POLICY_SHOWN -> evidence.setRefundPolicyDisclosure(value);
            case REFUND_REFUSED_BECAUSE -> evidence.setRefundRefusalExplanation(value);
            case MORE -> evidence.setUncategorizedText(value);
            case RECEIPT -> evidence.setReceipt(value);
            case COMMUNICATION -> evidence.setCustomerCommunication(value);
            case SERVICE_DOCUMENTATION -> evidence.setServiceDocumentation(value);
            case REFUND_POLICY -> evidence.setRefundPolicy(value);
            case MORE_FILE -> evidence.setUncategorizedFile(value);
        }
    }
}

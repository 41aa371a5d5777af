package io.marquee.stripe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fake as a process of its own, behind {@code bin/run --demo=stripe}. It ends with whoever started it. */
final class DemoStripe {
    private DemoStripe() {}

    /** @param arguments its port, the address of the product's webhooks, and the folder to remember in */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        FakeStripe fake = FakeStripe.remembering(Integer.parseInt(arguments[0]), folder.resolve("fake-stripe.state"));
        fake.webhooks().to(arguments[1]);
        fake.answersEverything("mara@harbour.example");
        ProcessHandle.current().parent().ifPresent(product -> product.onExit().thenRun(() -> System.exit(0)));
    }
}

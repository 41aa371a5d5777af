package io.marquee.platform.config;

import org.springframework.boot.ExitCodeGenerator;

/**
 * A setting has a value that cannot be used. The message is one sentence for the operator: which setting and why. It
 * never repeats a value that may be secret.
 */
public final class WrongSetting extends RuntimeException implements ExitCodeGenerator {
    /** The exit code of a process whose settings were refused. */
    public static final int EXIT_CODE = 2;

    public WrongSetting(String sentence) {
        super(sentence);
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}

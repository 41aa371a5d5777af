package io.marquee.platform.operation;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells why the application did not start: on the error stream, without a stack trace. */
class FailureSentence implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription());
        if (analysis.getAction() != null) System.err.println(analysis.getAction());
    }
}

package io.marquee.architecture.planted;

import org.springframework.beans.factory.annotation.Autowired;

/** Planted: a collaborator that nobody can pass in. */
public class InjectedField {
    @Autowired
    Runnable collaborator;
}

package io.marquee.notification.web;

import io.marquee.notification.Unsubscribing.Subscription;
import io.marquee.platform.web.Field;

/** What the link in a mail is about; {@code choices} are the topics that may come from anybody. */
public record UnsubscribeView(Subscription subscription, String path, String address, Field choices) {}

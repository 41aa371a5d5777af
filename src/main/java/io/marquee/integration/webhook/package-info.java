/** Webhooks to integrators: endpoints, and one message for each thing that happens, delivered by jobs. */
@NullMarked
package io.marquee.integration.webhook;

import org.jspecify.annotations.NullMarked;

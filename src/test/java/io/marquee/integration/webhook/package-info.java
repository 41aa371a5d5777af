@NullMarked
package io.marquee.integration.webhook;

import org.jspecify.annotations.NullMarked;

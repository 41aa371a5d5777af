/** The import pages of an organization. */
@NullMarked
package io.marquee.integration.web;

import org.jspecify.annotations.NullMarked;

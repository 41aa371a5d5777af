@NullMarked
package io.marquee.identity.web;

import org.jspecify.annotations.NullMarked;

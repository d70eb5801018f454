/**
 * People who sign in with tokens of an OpenID Connect provider: which tokens are believed, and what
 * they let a person do. It sends nobody anywhere to log in.
 */
@NullMarked
package io.warmline.api.openid;

import org.jspecify.annotations.NullMarked;

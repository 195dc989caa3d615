/**
 * What follows: pure functions of a plan, its rule and an evaluation date. Nothing here is ever
 * stored.
 */
package plumbline.assessment;

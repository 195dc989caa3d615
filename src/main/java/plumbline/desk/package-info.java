/**
 * What is open: the plan on the desk, its history, the place, background work, settings. Never
 * meets the store.
 */
package plumbline.desk;

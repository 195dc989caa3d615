/** What is true: the plan as one immutable value, and nothing but {@code java.*}. */
package plumbline.plan;

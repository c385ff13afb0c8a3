/**
 * What the rules concluded and what follows for the operator: causes with their certainty and
 * proof, what is ruled out, what nobody examined, the fix plan. Uses only {@code fact}.
 */
package clbdoctor.diagnosis;

// Counting. A group has cases; a case passes when it finds no problem.

const groups = [];

/** A group of cases. Cases are judged one by one, in any order. */
export function begin(name) {
  const group = {
    name,
    passed: 0,
    failed: 0,
    judge(what, problems) {
      if (problems.length === 0) return group.passed++;
      group.failed++;
      console.log([`FAILED ${name}: ${what}`, ...problems.map((problem) => `  ${problem}`)].join('\n'));
    },
    /** A case in steps; `expect` collects problems, and an exception is one. */
    async attempt(what, steps) {
      const problems = [];
      const expect = (value, actual, wanted) => {
        if (actual !== wanted) problems.push(`${value}: ${JSON.stringify(actual)}, expected ${JSON.stringify(wanted)}`);
      };
      try {
        await steps(expect, problems);
      } catch (error) {
        problems.push(String(error.message).split('\n')[0]);
      }
      group.judge(what, problems);
    },
  };
  groups.push(group);
  return group;
}

/** Prints the groups and the sum; says whether something failed. */
export function sum() {
  let [passed, failed] = [0, 0];
  for (const group of groups) {
    const bad = group.failed || group.passed === 0;
    console.log(`${bad ? 'FAILED' : 'ok    '} ${group.name}: ${group.passed} passed, ${group.failed} failed`);
    passed += group.passed;
    // A group without a case has looked at nothing.
    failed += group.failed || (group.passed === 0 ? 1 : 0);
  }
  console.log(`browser: ${passed} passed, ${failed} failed`);
  return failed > 0;
}

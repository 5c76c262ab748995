package dashwright.evals.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnceScriptTest {
    /** A request once ended with "gap" and a step of the work in place of the answer: the end was not shown yet. */
    @Test
    void aLaterStepOfTheWorkIsNotItsAnswer() {
        assertThat(OnceScript.isUnderWay("""
                <@U0> asked: _s3_
                :heavy_check_mark: Reading the catalog
                :hourglass_flowing_sand: Planning from the catalog""")).isTrue();
        assertThat(OnceScript.isUnderWay("""
                <@U0> asked: _what is :hourglass_flowing_sand: about_
                :mag: Nothing in your catalog measures this.""")).isFalse();
    }
}

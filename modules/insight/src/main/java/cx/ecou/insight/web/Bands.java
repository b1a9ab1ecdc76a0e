package cx.ecou.insight.web;

import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Share;
import cx.ecou.kernel.Band;

/** Good, middling and bad answers, counted. */
record Bands(long positive, long neutral, long negative) {

    static Bands of(Answers answers) {
        return new Bands(answers.in(Band.POSITIVE), answers.in(Band.NEUTRAL), answers.in(Band.NEGATIVE));
    }

    Share positiveShare() {
        return new Share(positive, positive + neutral + negative);
    }

    Share negativeShare() {
        return new Share(negative, positive + neutral + negative);
    }
}

package plumbline.exchange;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.assessment.Standing;
import plumbline.report.AppendixTable;
import plumbline.words.Words;

class ProofTest {
    @TempDir Path folder;
    @Test void own() throws Exception {
        for (var l : new java.util.Locale[] {Words.ENGLISH}) for (var at : new LocalDate[] {LocalDate.of(2022,12,31), LocalDate.of(2023,6,30)}) for (String rule : new String[] {"suizhou", "time"}) {
        Path f = folder.resolve("a.xlsx");
        var plan = Samples.open("suizhou", UUID.randomUUID());
        if (rule.equals("time")) plan = plan.with(plumbline.plan.VerdictRule.time());
        new AppendixTable(Words.of(l)).write(Standing.of(plan, at), f);
        System.out.println("==" + l + at + rule);
        show(Proof.of(f, Optional.empty()));
        }
    }
    @Test void csv() throws Exception {
        String t = """
            表3 某市“十三五”规划主要指标完成情况
            序号,指标名称,计量单位,2015年,2020年目标,2018年实际,2019年实际,目标完成率(%),指标属性
            一、经济发展
            1,地区生产总值,亿元,"1,000","1,500","1,210","1,400",93.3,预期性
            2,城镇登记失业率,%,4.1,4,3.9,3.8,95.0,约束性
            3,研发投入强度,%,1.5,2.5,1.9,2.0,80.1,预期性
            二、生态
            4,PM2.5浓度,微克/立方米,60,45,50,44,97.7,约束性
            5,森林覆盖率,%,33,35,34,34.5,,约束性
            6,空气优良天数比例,%,—,80,79,82,102.5%,约束性
            注：1.完成率=实际值/目标值×100%,以2019年数据计算；
            2.数据来源：统计局
            """;
        Path f = folder.resolve("a.csv");
        Files.write(f, t.getBytes(Charset.forName("GB18030")));
        show(Proof.of(f, Optional.empty()));
    }
    private void show(Proof p) {
        System.out.println(p.title() + p.table().note() + " rows " + p.table().rows().size());
        if (p.contradictions().size() > 1) p.table().columns().forEach(c -> System.out.print(c.head() + ":" + c.role() + " "));
        System.out.println();
        var w = new plumbline.words.ProofWords(Words.of(Words.CHINESE));
        p.contradictions().forEach(c -> System.out.println("   " + c.where().address() + " " + c.kind() + " " + w.where(c) + "：" + w.sentence(c)));
        System.out.println(p.plan().title() + p.plan().groups().stream().map(g -> g.name()).toList() + p.plan().firstYear() + "-" + p.plan().lastYear());
    }

    @Test void more() throws Exception {
        String[] ts = {"""
            《荆山市“十四五”规划》实施中期评估报告
            规划确定的6项主要指标中,3项提前完成,2项符合进度,占83.3%;1项慢于进度,占16.7%。
            其中,常住人口城镇化率2022年达到65.8%,比2020年提高2.1个百分点,预计2023年上半年达到66.2%。新增专利授权量2021-2022年累计达到1,205件,2025年目标为2,000件。
            森林覆盖率2022年为34.5%,优良天数比例2022年达到79.5%。每千人口医疗床位数2022年为7.6张,到2025年达到8.5张的目标。
            附表1:荆山市“十四五”规划主要指标完成情况
            指标	2020年	2025年目标	2021年	2022年	年均	目标实现率	评价	2023年上半年	属性
            常住人口城镇化率（%）	63.7	68	64.9	65.8	65.4	48.8%	慢于进度	66.2	预期性
            新增专利授权量（件）	800	2000	950	1205	1078	33.8%	慢于进度	1400	预期性
            森林覆盖率（%）	33	35	34	34.5	34.3	75.0%	提前完成	34.6	约束性
            空气优良天数比例（%）	75	80	79	79.5	79.2	90%	提前完成	80	约束性
            每千人口医疗床位数（张）	7.0	8.5	7.2	7.6	7.4	40%	符合进度	7.7	预期性
            单位GDP能耗降低（%）	0	13.5	3	6.5	4.8	48.1%	符合进度	7	约束性
            注：1.目标实现率=(实际值-基期值)/(目标值-基期值)×100%，以2022年数据计算；2.评价分三类：提前完成（≥70%），符合进度（≥40%），慢于进度（<40%）。
            """, """
            序号	主要指标	单位	基期	目标值	2022年	2023年	完成率	评价结果
            1	粮食产量	万吨	100	120	110	121	100.8	达标
            2	化肥施用量	万吨	20	18	19	17.5	97.2	达标
            3	农机化率	%	70	80	74	76	95	达标
            4	合作社	个	500	800	600	650	81.2	未达标
            """};
        for (String t : ts) { System.out.println("=="); show(Proof.of(GridReader.paste(t), Optional.empty(), "x")); }
    }
}
